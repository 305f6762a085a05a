/** Every refusal passes here on its way to the screen, so that the report of a fault knows what went before. */
import { asRefusal, type Refusal } from './errors';
import { stepped } from './steps';

export function refused(error: unknown): Refusal {
  const refusal = asRefusal(error);
  stepped('refused', refusal.code);
  return refusal;
}

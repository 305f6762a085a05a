/** The words of asset cards as the door knows them. */
export type AssetClass = 'tangible' | 'intangible';
export type Method = 'straight-line' | 'declining-balance' | 'sum-of-digits' | 'units';

export const METHODS: Method[] = ['straight-line', 'declining-balance', 'sum-of-digits', 'units'];

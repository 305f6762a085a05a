/** The only file that knows where the window runs: inside the desktop shell, or in a browser before a test bridge. */
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';

export type Door = 'perform' | 'ask' | 'desk';
export type HostEvent = 'locked' | 'changed';
type Carry = (door: Door, request: unknown) => Promise<unknown>;

const isInShell = () => '__TAURI_INTERNALS__' in window;

const throughShell: Carry = (door, request) => invoke(door, { request });

const throughBridge: Carry = async (door, request) => {
  const token =
    new URLSearchParams(location.search).get('token') ??
    document.querySelector<HTMLMetaElement>('meta[name="bridge-token"]')?.content ??
    '';
  const response = await fetch(`/bridge/${door}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bridge-token': token },
    body: JSON.stringify(request),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw answer;
  return answer;
};

export const host = {
  carry: ((door, request) =>
    isInShell() ? throughShell(door, request) : throughBridge(door, request)) as Carry,

  /** Calls back when the shell locks the book or another window changed it. A browser has no such events. */
  on(event: HostEvent, call: (payload: unknown) => void): () => void {
    if (!isInShell()) return () => {};
    const stop = listen(event, (message) => call(message.payload));
    return () => void stop.then((end) => end());
  },
};

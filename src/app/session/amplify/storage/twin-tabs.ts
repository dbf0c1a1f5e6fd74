import { recordIn, type SessionRecord } from './session-record';

/** What tabs that hold the same session for themselves tell each other. */
export type TwinMessage =
  | { readonly kind: 'refreshed'; readonly record: SessionRecord }
  | { readonly kind: 'signed-out'; readonly session: string }
  /** Who has newer tokens of this session? */
  | { readonly kind: 'asked'; readonly session: string };

/**
 * Tabs with a copy of one another's `sessionStorage`, as a duplicated tab has: one refresh token
 * between them, and no storage that both see. Tokens go from one to the other in memory only.
 */
export class TwinTabs {
  private readonly channel: BroadcastChannel | undefined;

  constructor(name: string, hear: (message: TwinMessage) => void) {
    // Older browsers have none: then the slower of two twins may be signed out.
    if (typeof BroadcastChannel === 'undefined') return;
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = messageIn(data);
      if (message) hear(message);
    };
  }

  tell(message: TwinMessage): void {
    this.channel?.postMessage(message);
  }

  close(): void {
    this.channel?.close();
  }
}

/** Whatever else runs on this origin can say something on the channel: `null` for what is no message. */
function messageIn(data: unknown): TwinMessage | null {
  try {
    const { kind, session, record } = data as Readonly<Record<string, unknown>>;
    if (kind === 'refreshed') {
      const known = recordIn(record);
      return known && { kind, record: known };
    }
    const isKnown = kind === 'asked' || kind === 'signed-out';
    return isKnown && typeof session === 'string' ? { kind, session } : null;
  } catch {
    // Nothing that has members.
    return null;
  }
}

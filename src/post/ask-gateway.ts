/** How long a gateway may think, in milliseconds. */
const patienceMs = 20_000;

/** What a gateway answered: an object, or why there is none. `begun`: it may have got the question. */
export type Answer = { readonly body: Readonly<Record<string, unknown>> } | { readonly begun: boolean };

/**
 * Asks a gateway over HTTP. An answer that is no object, or none at all, is told apart by whether the
 * question can have reached it. Follows no redirect: it would carry the key elsewhere. Never throws.
 */
export async function askGateway(url: URL, init: RequestInit): Promise<Answer> {
  try {
    const reply = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(patienceMs) });
    // A gateway that is overloaded or down did not take the message.
    if (reply.status >= 500) return { begun: false };
    const body: unknown = await reply.json();
    return body !== null && typeof body === 'object' ? { body: body as never } : { begun: true };
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: string };
    return { begun: !unreached.has(code ?? '') };
  }
}

/** Faults of a connection that never came about. */
const unreached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

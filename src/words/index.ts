/** Message catalogues: code and parameters in, sentence out. Rooms return codes, never sentences. */
export type { MessageKey, Speaker } from './speaker.ts';
export { catalogues, speakerOf } from './speaker.ts';

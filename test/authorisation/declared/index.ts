import { cabinet } from './cabinet.ts';
import { console } from './console.ts';
import { outside } from './outside.ts';
import type { Row } from './row.ts';

/** Every route of the server by method and address, with who may come and what the others get. */
export const declared: Readonly<Record<string, Row>> = { ...outside, ...cabinet, ...console };

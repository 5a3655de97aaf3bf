import { register } from 'node:module';

/** Both sides are measured with the system as shipped: the loader of TypeScript slows down what it loads. */
register('../as-built.mjs', import.meta.url);
await import('./measured.ts');

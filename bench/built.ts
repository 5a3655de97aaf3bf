/**
 * A module as it is shipped, compiled by `npm run build`. The loader of TypeScript gives every function its
 * name whenever it is made, which costs more than some of the functions do.
 *
 * @param path of the module within `src`, without its ending
 */
export function built<Module>(path: string): Promise<Module> {
  return import(new URL(`../dist/${path}.js`, import.meta.url).href) as Promise<Module>;
}

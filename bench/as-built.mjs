const [source, built] = ['../src/', '../dist/'].map((folder) => new URL(folder, import.meta.url).href);

/** Modules of `src` as they are shipped; whatever asks for one gets what `npm run build` made of it. */
export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  if (!found.url.startsWith(source)) return found;
  const path = found.url.slice(source.length).replace(/\.ts(\?.*)?$/, '.js');
  return { url: built + path, format: 'module', shortCircuit: true };
}

// Which packages of a lock file a production install brings along.

/** The folder in which a package that stands in `from` finds `name`, as Node looks for it. */
function folderOf(packages, from, name) {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('node_modules/') - 1))) {
    const folder = `${base === '' ? '' : `${base}/`}node_modules/${name}`;
    const found = packages[folder];
    if (found) return found.link ? found.resolved : folder;
    if (base === '') return undefined;
  }
}

/** What a package brings: peers too, unless they are optional; nothing that is for its development. */
function broughtBy({
  dependencies = {},
  optionalDependencies = {},
  peerDependencies = {},
  peerDependenciesMeta = {},
}) {
  const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
  return [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers];
}

/**
 * The folders of a lock file that are shipped: what the package and its workspaces need at run time, for every platform. The
 * root itself is not among them. O(packages × depth).
 */
export function shippedIn({ packages }) {
  const found = new Set();
  const waiting = [...(packages[''].workspaces ?? []), ...walk('')];
  function walk(from) {
    return broughtBy(packages[from]).flatMap((name) => folderOf(packages, from, name) ?? []);
  }
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (found.has(folder)) continue;
    found.add(folder);
    waiting.push(...walk(folder));
  }
  return found;
}

/** A package of a lock file as `name@version`. */
export function nameOf({ packages }, folder) {
  const { name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length), version } =
    packages[folder];
  return `${name}@${version}`;
}

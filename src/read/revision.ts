import { realpath, stat } from 'node:fs/promises';
import { nearest } from '../model/suggest.ts';
import { controlCharactersIn } from './control-characters.ts';
import { inUtf8, readCommits, type Commit } from './git-commits.ts';
import { openObjects } from './git-objects.ts';
import { runGit, type Git, type GitFault, type GitOptions, type GitResult } from './git-run.ts';
import { treeStore } from './git-tree.ts';
import { quoted } from './grammar/reading.ts';
import { readFrom, type ReadOptions, type ReadResult } from './index.ts';

/** Why a revision cannot be read. */
export interface RevisionFault {
  readonly kind:
    | 'no-folder'
    | 'not-installed'
    | 'no-repository'
    | 'not-trusted'
    | 'no-revision'
    /** The clone does not reach back to it. */
    | 'shallow'
    /** The data repo's folder is not there at the revision. */
    | 'no-folder-then'
    /** The clone does not hold the files: it is a partial one, or damaged. */
    | 'lacks-objects'
    | 'failed';
  readonly message: string;
  readonly why?: string;
  readonly help?: string;
}

/** What a data repo held at a revision, or why that cannot be known. */
export type RevisionRead =
  | (ReadResult & {
      readonly kind: 'revision';
      readonly commit: Commit;
      /** The commit's whole hash. */
      readonly hash: string;
    })
  | { readonly kind: 'fault'; readonly fault: RevisionFault };

export type RevisionOptions = ReadOptions & GitOptions;

/** What a revision is looked for by. */
interface Request {
  /** The data repo's folder as the user named it. */
  readonly root: string;
  readonly revision: string;
  readonly git: Git;
}

/**
 * Returns what a data repo held at a revision of its git repository: `main~1`, a tag, a hash. `root` is the data repo's
 * folder, which may be one of several in the repository. Only what is committed is read, by git itself: nothing is checked
 * out or written, nothing of the repository's configuration is run, and nothing is fetched.
 */
export async function readRevision(
  root: string,
  revision: string,
  options: RevisionOptions,
): Promise<RevisionRead> {
  const folder = await folderAt(root);
  if (folder === undefined) return fault('no-folder', `there is no folder ${quoted(root)}`);
  const git: Git = (args) => runGit(folder, args, options);
  const request = { root, revision, git };
  const found = await commitOf(request);
  options.signal?.throwIfAborted();
  if (typeof found !== 'string') return found;
  const commit = (await readCommits([found], git))?.get(found);
  if (!commit) return failed(request);
  const tree = await treeOf(request, found, commit);
  options.signal?.throwIfAborted();
  if (tree.kind === 'fault') return tree;
  const lacking: string[] = [];
  const objects = openObjects(folder, options);
  try {
    const store = treeStore({ ...tree, folder, objects, lacks: (path) => lacking.push(path) });
    const result = await readFrom(store, `${quoted(root)} at ${quoted(revision)}`, options);
    const [first] = lacking;
    if (first !== undefined) return lacksObjects(`${quoted(first)} of ${quoted(revision)}`);
    return { kind: 'revision', commit, hash: found, ...result };
  } finally {
    await objects.close();
  }
}

/**
 * Returns whether a text names a commit of the git repository that holds a folder. A text such as `2024` may by chance be
 * the start of a hash: what it may be otherwise is asked first.
 */
export async function isRevision(root: string, text: string, options: GitOptions): Promise<boolean> {
  const folder = await folderAt(root);
  if (folder === undefined) return false;
  const commit = await resolved(text, (args) => runGit(folder, args, options));
  options.signal?.throwIfAborted();
  return typeof commit === 'string';
}

async function folderAt(root: string): Promise<string | undefined> {
  try {
    const folder = await realpath(root);
    return (await stat(folder)).isDirectory() ? folder : undefined;
  } catch {
    return undefined;
  }
}

type Failure = Extract<GitResult, { ok: false }>;

/** Returns the whole hash of the commit that a text names, or what git says where it names none. */
async function resolved(text: string, git: Git): Promise<string | Failure> {
  const none: Failure = { ok: false, fault: 'failed', because: 'it names no commit' };
  if (text.trim() === '' || controlCharactersIn(text).length > 0 || /[\0\n]/.test(text)) return none;
  // Of `:/text`, all that follows is looked for in the messages of commits.
  const asked = text.startsWith(':/') ? text : `${text}^{commit}`;
  const result = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', asked]);
  if (!result.ok) return result;
  return /^(?<hash>[0-9a-f]{40,64})\n$/.exec(result.stdout)?.groups?.['hash'] ?? none;
}

async function commitOf(request: Request): Promise<string | RevisionRead> {
  const { revision, git } = request;
  const found = await resolved(revision, git);
  if (typeof found === 'string') return found;
  if (found.fault !== 'failed') return gitFault(found.fault, request);
  const shallow = await git(['rev-parse', '--is-shallow-repository']);
  if (!shallow.ok) return gitFault(shallow.fault, request);
  return noRevision(request, shallow.stdout.trim() === 'true');
}

/** What goes back from a commit (`main~1`, `v1.0^`), and a hash, may be beyond what a shallow clone has. */
const HASH = /^[0-9a-f]{7,64}$/;

async function noRevision(request: Request, isShallow: boolean): Promise<RevisionRead> {
  const { root, revision, git } = request;
  const isSearch = revision.startsWith(':/');
  const [, start = '', back = ''] = (isSearch ? undefined : /^([^~^@:]*)(.*)$/s.exec(revision)) ?? [];
  const startsAt = back === '' ? undefined : await resolved(start === '' ? '@' : start, git);
  if (isShallow && (typeof startsAt === 'string' || HASH.test(start)))
    return fault('shallow', `the clone is shallow, and does not reach back to ${quoted(revision)}`, {
      help: 'fetch the whole history: git fetch --unshallow (in a CI job, check out with fetch-depth: 0)',
    });
  // A name that is there and cannot be read (HEAD of no commits, one with unsafe characters) is not what was meant.
  const names = typeof startsAt === 'string' ? [] : await namesIn(git);
  const meant = names.includes(start) ? undefined : nearest(start, names);
  const why =
    typeof startsAt === 'string'
      ? `${quoted(start === '' ? '@' : start)} is there, and has no ${quoted(back)}`
      : isSearch
        ? 'no commit has that in its message'
        : typeof (await resolved('HEAD', git)) !== 'string'
          ? 'the repository has no commits yet'
          : isShallow
            ? 'the clone is shallow, and may not hold every branch and tag'
            : undefined;
  return fault(
    'no-revision',
    `there is no revision ${quoted(revision)} in the git repository of ${quoted(root)}`,
    {
      why,
      help:
        meant === undefined
          ? 'name a branch, a tag or a commit: git branch --all, git tag and git log --oneline list them'
          : `did you mean ${quoted(`${meant}${back}`)}?`,
    },
  );
}

const MOST_NAMES = 2000;

/** Returns the names of branches and tags, newest first, as people write them. */
async function namesIn(git: Git): Promise<string[]> {
  const refs = ['refs/heads', 'refs/tags', 'refs/remotes'];
  const listed = await git([
    'for-each-ref',
    `--count=${MOST_NAMES}`,
    '--sort=-creatordate',
    '--format=%(refname:short)',
    ...refs,
  ]);
  return ['HEAD', ...(listed.ok ? inUtf8(listed.stdout).split('\n').filter(Boolean) : [])];
}

interface Tree {
  readonly kind: 'tree';
  readonly listing: string;
  readonly prefix: string;
}

async function treeOf(
  request: Request,
  hash: string,
  commit: Commit,
): Promise<Tree | Extract<RevisionRead, { kind: 'fault' }>> {
  const { root, revision, git } = request;
  const prefix = await git(['rev-parse', '--show-prefix']);
  if (!prefix.ok) return gitFault(prefix.fault, request);
  const tree = await git(['rev-parse', '--verify', '--quiet', `${hash}:./`]);
  if (!tree.ok && tree.fault === 'lacks-objects') return gitFault(tree.fault, request);
  // Files are listed by the hash of the folder, so that no path is taken for a pattern.
  const listing = tree.ok ? await git(['ls-tree', '-r', '-z', '--full-tree', tree.stdout.trim()]) : tree;
  if (listing.ok)
    return { kind: 'tree', listing: listing.stdout, prefix: inUtf8(prefix.stdout).replace(/\/?\n$/, '') };
  if (listing.fault === 'lacks-objects') return gitFault(listing.fault, request);
  const kind = tree.ok ? await git(['cat-file', '-t', tree.stdout.trim()]) : undefined;
  if (kind && !(kind.ok && kind.stdout.trim() === 'blob')) return failed(request);
  return fault('no-folder-then', `there is no folder ${quoted(root)} at ${quoted(revision)}`, {
    why: `the commit ${commit.hash} of ${commit.date} does not have it`,
    help: 'name the folder that holds cip-report.yaml at that revision, or a later revision',
  });
}

function gitFault(kind: GitFault, { root, revision }: Request): Extract<RevisionRead, { kind: 'fault' }> {
  switch (kind) {
    case 'not-installed':
      return fault(kind, 'git is not installed, and a revision is read with it', {
        help: 'install git, or name two folders',
      });
    case 'no-repository':
      return fault(kind, `${quoted(root)} is not in a git repository`, {
        help: 'name two folders or two meetings, or a folder that is kept in git',
      });
    case 'not-trusted':
      return fault(kind, `git refuses the repository of ${quoted(root)}: it belongs to another user`, {
        help: 'where you trust it, allow it: git config --global --add safe.directory followed by its path',
      });
    case 'lacks-objects':
      return lacksObjects(quoted(revision));
    case 'failed':
      return failed({ root, revision });
  }
}

function lacksObjects(what: string): Extract<RevisionRead, { kind: 'fault' }> {
  return fault('lacks-objects', `the clone does not hold ${what}`, {
    why: 'it is a partial clone that was made without some files, or it is damaged; nothing is fetched here',
    help: 'clone the repository anew, without --filter',
  });
}

function failed({
  root,
  revision,
}: Pick<Request, 'root' | 'revision'>): Extract<RevisionRead, { kind: 'fault' }> {
  return fault('failed', `git could not read ${quoted(revision)} of the repository of ${quoted(root)}`, {
    help: 'git fsck says whether the repository is damaged',
  });
}

function fault(
  kind: RevisionFault['kind'],
  message: string,
  { why, help }: { why?: string | undefined; help?: string | undefined } = {},
): Extract<RevisionRead, { kind: 'fault' }> {
  return {
    kind: 'fault',
    fault: { kind, message, ...(why !== undefined && { why }), ...(help !== undefined && { help }) },
  };
}

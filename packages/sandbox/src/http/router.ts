// Finds the route of a method and a path in time that does not depend on how many routes there are.
import type { Route } from './wire';

interface Branch {
  literals: Map<string, Branch>;
  parameter?: { name: string; branch: Branch };
  methods: Map<string, Route>;
}

export interface Match {
  route: Route;
  params: Record<string, string>;
}

const newBranch = (): Branch => ({ literals: new Map(), methods: new Map() });

/** Literal segments are compared without case, as VTEX's servers do; a literal wins over a parameter. */
export class Router {
  private readonly root = newBranch();

  constructor(routes: readonly Route[]) {
    for (const route of routes) this.add(route);
  }

  /** `'path'` when the path is known but not with this method, undefined when the path is unknown. */
  find(method: string, path: string): Match | 'path' | undefined {
    const params: Record<string, string> = {};
    const branch = walk(this.root, path.split('/').filter(Boolean), 0, params);
    if (!branch) return undefined;
    const route = branch.methods.get(method);
    return route ? { route, params } : 'path';
  }

  private add(route: Route): void {
    const [method = '', pattern = ''] = route.request.split(' ');
    let branch = this.root;
    for (const segment of pattern.split('/').filter(Boolean)) {
      const name = /^\{(\w+)\}$/.exec(segment)?.[1];
      if (name) {
        branch.parameter ??= { name, branch: newBranch() };
        if (branch.parameter.name !== name) throw new Error(`two names for one place in ${route.request}`);
        branch = branch.parameter.branch;
      } else {
        const key = segment.toLowerCase();
        const next = branch.literals.get(key) ?? newBranch();
        branch.literals.set(key, next);
        branch = next;
      }
    }
    if (branch.methods.has(method)) throw new Error(`route given twice: ${route.request}`);
    branch.methods.set(method, route);
  }
}

function walk(
  branch: Branch,
  segments: string[],
  at: number,
  params: Record<string, string>,
): Branch | undefined {
  const segment = segments[at];
  if (segment === undefined) return branch.methods.size > 0 ? branch : undefined;
  const literal = branch.literals.get(segment.toLowerCase());
  const found = literal && walk(literal, segments, at + 1, params);
  if (found || !branch.parameter) return found;
  params[branch.parameter.name] = decode(segment);
  return walk(branch.parameter.branch, segments, at + 1, params);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

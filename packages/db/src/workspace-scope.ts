// The one way to reach rows of a workspace: a repository that cannot see or touch another's.
import type {
  DeepPartial,
  FindManyOptions,
  FindOneOptions,
  FindOptionsWhere,
  Repository,
  SelectQueryBuilder,
} from 'typeorm';

export interface Owned {
  workspaceId: string;
}

type Where<T> = FindOptionsWhere<T> | FindOptionsWhere<T>[];
/** Plain partial: TypeORM's own deep one never ends on the recursive types of JSON columns. */
type Values<T> = Partial<Omit<T, 'workspaceId'>>;

/** A repository bound to one workspace. */
export interface Scoped<T> {
  find(options?: FindManyOptions<T>): Promise<T[]>;
  findOne(options: FindOneOptions<T>): Promise<T | null>;
  findOneBy(where: Where<T>): Promise<T | null>;
  count(options?: FindManyOptions<T>): Promise<number>;
  /** Inserts a new row of this workspace; never changes one that exists. */
  insert(values: Values<T>): Promise<T>;
  /** How many rows were changed. */
  update(where: FindOptionsWhere<T>, values: Values<T>): Promise<number>;
  /** How many rows were deleted. */
  delete(where: FindOptionsWhere<T>): Promise<number>;
  /** A query that starts with the workspace's condition; add to it with `andWhere` only. */
  query(alias: string): SelectQueryBuilder<T & object>;
}

/** Binds `repository` to a workspace: every read, change and insert carries its id. */
export function inWorkspace<T extends Owned>(repository: Repository<T>, workspaceId: string): Scoped<T> {
  const own = { workspaceId } as FindOptionsWhere<T>;
  const scope = (where: Where<T> = {}): Where<T> =>
    Array.isArray(where) ? where.map((one) => ({ ...one, ...own })) : { ...where, ...own };
  const scopeOptions = <O extends FindManyOptions<T>>(options: O): O => ({
    ...options,
    where: scope(options.where as Where<T> | undefined),
  });
  return {
    find: (options = {}) => repository.find(scopeOptions(options)),
    findOne: (options) => repository.findOne(scopeOptions(options)),
    findOneBy: (where) => repository.findOneBy(scope(where)),
    count: (options = {}) => repository.count(scopeOptions(options)),
    async insert(values) {
      const row = repository.create({ ...values, workspaceId } as DeepPartial<T>);
      await repository.insert(row as never);
      return row;
    },
    async update(where, values) {
      const done = await repository.update(
        scope(where) as FindOptionsWhere<T>,
        { ...values, workspaceId } as never,
      );
      return done.affected ?? 0;
    },
    async delete(where) {
      const done = await repository.delete(scope(where) as FindOptionsWhere<T>);
      return done.affected ?? 0;
    },
    query: (alias) =>
      repository
        .createQueryBuilder(alias)
        .where(`${alias}.workspaceId = :ownWorkspace`, { ownWorkspace: workspaceId }),
  };
}

// Deadlocks: two transactions that each wait for the other. Postgres ends one of them, which may simply be done again.

/** Nobody meets one three times in a row but where something takes its locks in the wrong order for good. */
const tries = 3;

/**
 * Does `work` once more when Postgres has ended it for a deadlock (SQLSTATE 40P01): deleting what hangs on a flow or a store
 * takes locks in another order than a run that is just ending. `work` is one statement or transaction of its own.
 */
export async function againAfterDeadlock<T>(work: () => Promise<T>): Promise<T> {
  for (let left = tries - 1; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || (error as { code?: unknown } | null)?.code !== '40P01') throw error;
    }
  }
}

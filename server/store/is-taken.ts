/** Whether the database refused a write because its value must be unique and another row has it. */
export const isTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "SQLITE_CONSTRAINT_UNIQUE";

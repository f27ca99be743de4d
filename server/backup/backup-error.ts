import type { BackupFault } from "../../schemas/backups.ts";

/** Why there is no backup, or nothing to be restored from; the message is a sentence for whoever looks after the machine. */
export class BackupError extends Error {
  override name = "BackupError";
  readonly fault: BackupFault;

  constructor(fault: BackupFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}

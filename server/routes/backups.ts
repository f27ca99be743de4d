import { Hono } from "hono";
import type { BackupState } from "../../schemas/backups.ts";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";

/** How the station's daily backup does, for admins. */
export const backupRoutes = ({ access, backupState }: { access: Access; backupState: () => BackupState }) =>
  new Hono<Env>().get("/api/backup", permit(access, "backup.read"), (c) => {
    c.header("Cache-Control", "no-store");
    return c.json(backupState());
  });

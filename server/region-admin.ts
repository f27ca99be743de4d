import { join } from "node:path";
import { parseArgs } from "node:util";
import { Email } from "../schemas/people.ts";
import { issueStaffLink } from "./access/issue-staff-link.ts";
import { readConfig } from "./config.ts";
import { openDatabase } from "./store/open-database.ts";
import { openPeople } from "./store/people.ts";
import type { StaffLinkRow } from "./store/staff-links.ts";
import { openRegionSchools } from "./store/region-schools.ts";

const usage = "usage: npm run region-admin -- E-MAIL [--data DIRECTORY]";
const options = { data: { type: "string" } } as const;
const lastsMs = 24 * 3_600_000;

/** Prints a link by which somebody becomes an admin of the region, or by which one of them sets another password. Whoever can run this owns the machine. */
async function main() {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const email = Email.safeParse(positionals[0]);
  if (!email.success || positionals.length > 1) throw new Error(usage);
  const config = readConfig(process.env, values.data === undefined ? [] : ["--data", values.data]);
  const database = await openDatabase(join(config.dataDirectory, "antenne.db"));
  try {
    const known = (await openPeople(database).findCredentials(email.data))?.account;
    if (known !== undefined && known.role !== "region") throw new Error(`${email.data} has an account of a school`);
    const schoolId = await openRegionSchools(database).requireRegion();
    const link: StaffLinkRow = {
      ...{ schoolId, accountId: known?.id ?? null, email: email.data },
      ...{ role: "admin", classroomIds: [] },
    };
    const issued = await issueStaffLink(database, link, { now: Date.now(), lastsMs });
    const origin =
      config.publicUrl ?? `${config.tls === "none" ? "http" : "https"}://${config.shownHost}:${config.port}`;
    console.log(`${origin}/bienvenue#${issued.token}`);
    console.log(`holds until ${issued.expiresAt}, and once`);
  } finally {
    await database.destroy();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

import { doAside } from "../aside/do-aside.ts";
import { remix } from "./remix.ts";

await doAside(remix, "some");

import { doAside } from "../aside/do-aside.ts";
import { measureTurns } from "./measure-turns.ts";

await doAside(measureTurns, "most");

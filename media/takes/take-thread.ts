import { doAside } from "../aside/do-aside.ts";
import { measureTake } from "./measure-take.ts";

await doAside(measureTake, "most");

// When its first object schema is made, zod tries whether it may compile text into code. The pages' policy forbids that, and browsers report each try.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

import js from "@eslint/js";
import solid from "eslint-plugin-solid/configs/typescript";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const namedExportsOnly = { selector: "ExportDefaultDeclaration", message: "Named exports only." };
const noSleep = {
  selector:
    "NewExpression[callee.name='Promise'] CallExpression[callee.name='setTimeout'] > Identifier[name=/^(resolve|done|r)$/]",
  message: "No sleeps: wait for the event, or poll a condition with vi.waitFor or expect.poll.",
};
const everyTest = {
  selector: "MemberExpression[object.name=/^(test|it|describe)$/][property.name=/^(only|skip|todo)$/]",
  message: "No test is switched off or runs alone.",
};

export default defineConfig(
  { ignores: ["dist/", "dist-server/", "data/", "coverage/", "test-results/", "**/node_modules/", "docs/"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-floating-promises": [
        "error",
        { allowForKnownSafeCalls: [{ from: "package", name: "test", package: "vitest" }] },
      ],
      "@typescript-eslint/no-invalid-void-type": "off",
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
      "@typescript-eslint/no-non-null-assertion": "off",
      // Objects are made by functions and have no `this` to lose.
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // Promise-returning by contract, and often without a word to wait for.
      "@typescript-eslint/require-await": "off",
      "no-restricted-syntax": ["error", namedExportsOnly],
      "max-lines": ["error", { max: 300 }],
    },
  },
  {
    files: ["server/**/*.ts", "media/**/*.ts"],
    ignores: [
      "server/config.ts",
      "server/main.ts",
      "server/back-up.ts",
      "server/region-admin.ts",
      "server/restore.ts",
      "server/demo/main.ts",
    ],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "server/config.ts reads the environment." },
      ],
    },
  },
  {
    files: ["client/**/*.{ts,tsx}"],
    ...solid,
    rules: {
      ...solid.rules,
      // A hint, not a verdict: it also says no to the first value of a form.
      "solid/reactivity": "warn",
      // Solid assigns `ref={element}` where ESLint does not see it.
      "no-unassigned-vars": "off",
    },
  },
  {
    files: ["test/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", namedExportsOnly, noSleep, everyTest] },
  },
  {
    // They try plain JavaScript, whose types are guesses.
    files: ["test/scripts/**/*.ts"],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  { files: ["*.config.ts", "*.d.ts"], rules: { "no-restricted-syntax": "off" } },
  {
    files: ["**/*.mjs"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        performance: "readonly",
        fetch: "readonly",
        AbortSignal: "readonly",
        URL: "readonly",
      },
    },
    rules: { "no-unused-expressions": "off" },
  },
);

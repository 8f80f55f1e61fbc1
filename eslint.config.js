import js from "@eslint/js";
import jsdoc from "eslint-plugin-jsdoc";
import typescript from "typescript-eslint";

export default typescript.config(
  {ignores: ["**/*.mjs", "dist/", ".funnelbook/", "src/.observablehq/", "snapshots/", "node_modules/"]},
  js.configs.recommended,
  ...typescript.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {projectService: {allowDefaultProject: ["eslint.config.js"]}, tsconfigRootDir: import.meta.dirname}
    },
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", {argsIgnorePattern: "^_", varsIgnorePattern: "^_"}],
      "@typescript-eslint/restrict-template-expressions": "off",
      "@typescript-eslint/no-base-to-string": "off",
      eqeqeq: ["error", "always", {null: "ignore"}]
    }
  },
  {
    files: ["data-loaders/**/*.ts", "src/**/*.ts", "scripts/**/*.ts", "bench/**/*.ts"],
    plugins: {jsdoc},
    rules: {
      "jsdoc/require-jsdoc": [
        "error",
        {publicOnly: true, require: {FunctionDeclaration: true, ClassDeclaration: true, MethodDefinition: true}}
      ]
    }
  },
  {files: ["eslint.config.js"], ...typescript.configs.disableTypeChecked}
);

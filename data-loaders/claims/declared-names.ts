import {type ModuleDeclaration, parse, type Pattern, type Statement} from "acorn";
import {type Loader, transformSync} from "esbuild";

/**
 * The names that a page's cell defines for the other cells, as Framework reads it: those that it declares or imports at its top.
 * The language is js, ts, jsx or tsx. A cell that cannot be parsed gives none; Framework shows what is wrong with it.
 */
export function declaredNames(source: string, language: Loader = "js"): string[] {
  try {
    const code = language === "js" ? source : withoutTypes(source, language);
    return parse(code, {ecmaVersion: 13, sourceType: "module"}).body.flatMap(namesOfStatement);
  } catch {
    return [];
  }
}

function withoutTypes(source: string, loader: Loader): string {
  // imports stay where nothing but another cell uses them
  const tsconfigRaw = {compilerOptions: {verbatimModuleSyntax: true}};
  return transformSync(source, {loader, tsconfigRaw, logLevel: "silent"}).code;
}

function namesOfStatement(statement: Statement | ModuleDeclaration): string[] {
  switch (statement.type) {
    case "VariableDeclaration":
      return statement.declarations.flatMap(({id}) => namesOfPattern(id));
    case "FunctionDeclaration":
    case "ClassDeclaration":
      return [statement.id.name];
    case "ImportDeclaration":
      return statement.specifiers.map(({local}) => local.name);
    default:
      return [];
  }
}

function namesOfPattern(pattern: Pattern | null): string[] {
  switch (pattern?.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((part) => namesOfPattern(part.type === "Property" ? part.value : part));
    case "ArrayPattern":
      return pattern.elements.flatMap(namesOfPattern);
    case "RestElement":
      return namesOfPattern(pattern.argument);
    case "AssignmentPattern":
      return namesOfPattern(pattern.left);
    default:
      return [];
  }
}

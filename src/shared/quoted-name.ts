export {quotedName} from "../src/shared/quoted-name.ts";

import {measureShop, type Shop} from "./measure-shop.ts";

// a process of its own for each shop gives all memory back
console.log(JSON.stringify(await measureShop(JSON.parse(process.argv[2] ?? "") as Shop)));

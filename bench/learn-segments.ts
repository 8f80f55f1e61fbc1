import {parseConfiguration} from "../data-loaders/configuration.ts";
import {readModels} from "../data-loaders/models.ts";
import {learnClusters} from "../data-loaders/segmentation/learn-clusters.ts";
import {sqlLiteral, Warehouse} from "../data-loaders/warehouse.ts";

// what is measured: users' features from a Parquet file to a label for each, in a process of its own
const [features = "", memory] = process.argv.slice(2);
const {segmentation} = parseConfiguration({});
const warehouse = await Warehouse.open({threads: 2, memoryLimit: memory});
await warehouse.run(`create table core.user_features as from read_parquet(${sqlLiteral(features)})`);
await warehouse.run("create view core.users as from core.user_features");
const start = performance.now();
const scaling = readModels("core").filter(({name}) => name === "scaled_features" || name === "feature_scales");
await warehouse.runEach(scaling);
await learnClusters(warehouse.connection, segmentation);
const seconds = (performance.now() - start) / 1000;
const {users, clusters, inertia} = await warehouse.row(
  `select count(*) as users, count(distinct cluster) as clusters, sum(distance) / 1e6 as inertia
  from segmentation.labels where cluster is not null`
);
console.log(JSON.stringify({users: Number(users), clusters: Number(clusters), inertia, seconds}));
warehouse.close();

import {readModelText} from "../../../data-loaders/models.ts";

process.stdout.write(readModelText("core", "funnel_steps"));

import * as pulumi from "@pulumi/pulumi";
import type { StoreAdapter } from "pulumi-cowork";
import { assetOf, base64Of } from "../../../src/components/artifact-store/object-content.js";
import { type ObjectCloud, objectStore } from "../../../src/components/artifact-store/object-store.js";
import { alone, withId } from "../../../src/components/placer.js";
import { warehouse as plain, type WarehouseOptions } from "../../variants/warehouse.js";

class Thing extends pulumi.CustomResource {}

const cloud: ObjectCloud<{ readonly room: pulumi.Input<string> }> = {
	placers: {
		resources: {
			room: (name, inputs: object, opts) => withId(new Thing("warehouse:index:Room", name, { ...inputs }, opts)),
			lock: (name, inputs: object, opts) => alone(new Thing("warehouse:index:Lock", name, { ...inputs }, opts)),
		},
		lookUps: {},
	},
	sdk: { require() {} },
	placeObject: (name, { room }, { content, sensitive, ...object }, opts) =>
		new Thing(
			"warehouse:index:Crate",
			name,
			{ room, ...object, ...(sensitive ? { text: base64Of(content) } : { source: assetOf(content) }) },
			opts,
		),
};

export function warehouse(options: WarehouseOptions<pulumi.Input<string>>): StoreAdapter<object> {
	return { ...objectStore("warehouse", options, cloud), store: plain };
}

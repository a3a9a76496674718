// Registers a deployment of 100 groups, or the same resources bare, and prints how long that took the processor.
// One of the two in a process, as in a program: in turns, each would clear away the other's memory.
// The monitor answers at once, over the connection that a real engine has: Pulumi's mocks spare a program the wire.
import { createRequire } from "node:module";
import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, gateway, hosts, json, local, squid } from "../dist/entries/index.js";
import { deploymentOf } from "./groups.js";
import { time } from "./time.js";

const load = createRequire(createRequire(import.meta.url).resolve("@pulumi/pulumi"));
const grpc = load("@grpc/grpc-js");
const { Empty } = load("google-protobuf/google/protobuf/empty_pb.js");
const proto = load("@pulumi/pulumi/proto/resource_pb.js");
const { ResourceMonitorService } = load("@pulumi/pulumi/proto/resource_grpc_pb.js");

// The log of a program without an engine is the console.
console.warn = () => undefined;

let registered = [];
const server = new grpc.Server();
server.addService(ResourceMonitorService, { supportsFeature, registerResource, registerResourceOutputs });
const port = await new Promise((resolve, reject) => {
	const listening = (fault, chosen) => (fault ? reject(fault) : resolve(chosen));
	server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), listening);
});

const { name: _, inference, firewall: __, ...rest } = deploymentOf(100);
const args = {
	...rest,
	inference: gateway(inference.gateway),
	firewall: [hosts(), json(), squid()],
	publish: { stores: [local({ directory: "published" })] },
};
const deploy = () => new CoworkDeployment("eu", args);

await timed(deploy);
const [component, ...children] = registered.map((request) => ({
	type: request.getType(),
	name: request.getName(),
	inputs: JSON.stringify(request.getObject().toJavaScript()),
}));
const [, , what, rounds] = process.argv;
const build = { deployment: deploy, bare: registerBare }[what];
await timed(build);
const taken = [];
for (let round = 0; round < Number(rounds); round++) taken.push(await timed(build));
// Half of the rounds are above it: a neighbour on the machine lengthens some, and memory is cleared in others.
const median = taken.sort((a, b) => a - b)[Math.floor(taken.length / 2)];
process.stdout.write(JSON.stringify({ resources: registered.length, taken: median }));
process.exit();

/** What an author would write who had every input at hand; as in a program, none is older than its resource. */
function registerBare() {
	const parent = new pulumi.ComponentResource(component.type, "bare", JSON.parse(component.inputs));
	const placed = children.map(({ type, name, inputs }) => {
		const properties = { folder: undefined, files: undefined, ...JSON.parse(inputs) };
		return new pulumi.CustomResource(type, name, properties, { parent });
	});
	parent.registerOutputs({ published: placed.map(({ folder, files }) => ({ folder, files })) });
}

function timed(build) {
	registered = [];
	pulumi.runtime.resetOptions("bench", "bench", 16, undefined, `127.0.0.1:${port}`, false, "");
	return time(() => {
		build();
		return pulumi.runtime.disconnect();
	});
}

function supportsFeature({ request }, answer) {
	const response = new proto.SupportsFeatureResponse();
	response.setHassupport(request.getId() === "secrets");
	answer(null, response);
}

function registerResource({ request }, answer) {
	registered.push(request);
	const response = new proto.RegisterResourceResponse();
	response.setUrn(`urn:pulumi:bench::bench::${request.getType()}::${request.getName()}`);
	response.setId(request.getCustom() ? request.getName() : "");
	response.setObject(request.getObject());
	answer(null, response);
}

function registerResourceOutputs(_, answer) {
	answer(null, new Empty());
}

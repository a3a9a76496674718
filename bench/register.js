// Registers a deployment of 100 groups, or the same resources bare, and prints how long that took the processor.
// Once in a process, as in a program: rounds would time what has been compiled long since, and the compiling of it.
// The monitor answers at once, over the connection that a real engine has: Pulumi's mocks spare a program the wire.
// Arguments: `deployment` or `bare`, and a file of the resources, which the first writes and the second reads.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, gateway, hosts, json, local, squid } from "../dist/index.js";
import { deploymentOf } from "./groups.js";

const load = createRequire(createRequire(import.meta.url).resolve("@pulumi/pulumi"));
const grpc = load("@grpc/grpc-js");
const { Empty } = load("google-protobuf/google/protobuf/empty_pb.js");
const proto = load("@pulumi/pulumi/proto/resource_pb.js");
const { ResourceMonitorService } = load("@pulumi/pulumi/proto/resource_grpc_pb.js");

// The log of a program without an engine is the console.
console.warn = () => undefined;

const registered = [];
const server = new grpc.Server();
server.addService(ResourceMonitorService, { supportsFeature, registerResource, registerResourceOutputs });
const port = await new Promise((resolve, reject) => {
	const listening = (fault, chosen) => (fault ? reject(fault) : resolve(chosen));
	server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), listening);
});
pulumi.runtime.resetOptions("bench", "bench", 16, undefined, `127.0.0.1:${port}`, false, "");

const [, , what, file] = process.argv;
const build = { deployment, bare }[what]();
const before = process.cpuUsage();
build();
await pulumi.runtime.disconnect();
const { user, system } = process.cpuUsage(before);
if (what === "deployment") writeFileSync(file, JSON.stringify(registered.map(described)));
process.stdout.write(JSON.stringify({ resources: registered.length, taken: (user + system) / 1000 }));
process.exit();

function deployment() {
	const { name: _, inference, firewall: __, ...rest } = deploymentOf(100);
	const args = {
		...rest,
		inference: gateway(inference.gateway),
		firewall: [hosts(), json(), squid()],
		publish: [local({ directory: "published" })],
	};
	return () => new CoworkDeployment("eu", args);
}

/** What an author would write who had every input at hand. */
function bare() {
	const [component, ...children] = JSON.parse(readFileSync(file, "utf8"));
	return () => {
		const parent = new pulumi.ComponentResource(component.type, "bare", component.inputs);
		const placed = children.map(({ type, name, inputs }) => {
			return new pulumi.CustomResource(type, name, { folder: undefined, files: undefined, ...inputs }, { parent });
		});
		parent.registerOutputs({ published: placed.map(({ folder, files }) => ({ folder, files })) });
	};
}

function described(request) {
	return { type: request.getType(), name: request.getName(), inputs: request.getObject().toJavaScript() };
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

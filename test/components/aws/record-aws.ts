import { type Answers, type CloudCircumstances, type CloudRecording, recordCloud } from "../../support/record-cloud.js";

export { type CloudRecording, type CloudResource, reveal } from "../../support/record-cloud.js";

/** Runs a program against a stand-in for AWS: every resource has an ARN; a call that has no answer is an error. */
export function recordAws<Result>(
	build: () => Result | Promise<Result>,
	answers?: Answers,
	circumstances?: CloudCircumstances,
): Promise<CloudRecording<Result>> {
	return recordCloud(outputsOf, build, answers, circumstances);
}

const outputs: Answers = {
	"aws:iam/serviceSpecificCredential:ServiceSpecificCredential": ({ credentialAgeDays }) => ({
		serviceCredentialSecret: "ABSK-secret",
		...(credentialAgeDays !== undefined && { expirationDate: "2099-01-01T00:00:00Z" }),
	}),
	"aws:lb/loadBalancer:LoadBalancer": () => ({ dnsName: "eu-balancer.elb.example", zoneId: "ZELB" }),
	"aws:ec2/vpcEndpoint:VpcEndpoint": () => ({
		dnsEntries: [
			{ dnsName: "vpce-0123-abc-eu-central-1a.bedrock-runtime.eu-central-1.vpce.amazonaws.com" },
			{ dnsName: "vpce-0123-abc.bedrock-runtime.eu-central-1.vpce.amazonaws.com" },
			{ dnsName: "bedrock-runtime.eu-central-1.amazonaws.com" },
		],
	}),
};

function outputsOf(type: string, name: string, inputs: Record<string, unknown>): Record<string, unknown> {
	return { arn: `arn:aws:mock:::${name}`, ...outputs[type]?.(inputs) };
}

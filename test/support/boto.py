# Calls S3 by boto3: of each line of its input the call and what it takes, and a line with what came of it. Bytes are
# {"base64": ...} both ways.
import base64, boto3, botocore.exceptions, datetime, json, sys

endpoint, region = sys.argv[1:]
s3 = boto3.client(
    "s3", endpoint_url=endpoint, region_name=region, aws_access_key_id="key", aws_secret_access_key="secret"
)


def taken(value):
    if isinstance(value, dict):
        if list(value) == ["base64"]:
            return base64.b64decode(value["base64"])
        return {name: taken(member) for name, member in value.items()}
    return [taken(item) for item in value] if isinstance(value, list) else value


def given(value):
    if isinstance(value, dict):
        return {name: given(member) for name, member in value.items() if name != "ResponseMetadata"}
    if isinstance(value, list):
        return [given(item) for item in value]
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    if hasattr(value, "read"):
        return {"base64": base64.b64encode(value.read()).decode()}
    return value


for line in sys.stdin:
    call, arguments = json.loads(line)
    try:
        answer = {"answer": given(getattr(s3, call)(**taken(arguments)))}
    except botocore.exceptions.ClientError as fault:
        answer = {"refused": fault.response["Error"]["Code"], "message": str(fault)}
    print(json.dumps(answer), flush=True)

// Whether an object is one that Kubernetes would take: of a known kind, with values of the right types, and without fields that
// nobody knows.

const packages = [
  'kubernetes-models',
  '@kubernetes-models/keda',
  '@kubernetes-models/prometheus-operator',
  '@kubernetes-models/gateway-api',
  '@kubernetes-models/cert-manager',
];

const models = new Map();

/** The class that describes the kind, or undefined. */
async function modelOf({ apiVersion, kind }) {
  const key = `${apiVersion}/${kind}`;
  if (!models.has(key)) {
    models.set(key, await load(apiVersion, kind));
  }
  return models.get(key);
}

async function load(apiVersion, kind) {
  for (const name of packages) {
    try {
      return (await import(`${name}/${apiVersion}/${kind}`))[kind];
    } catch (missing) {
      if (!['ERR_MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED'].includes(missing.code)) {
        throw missing;
      }
    }
  }
  return undefined;
}

/**
 * Everything that is wrong with an object, as sentences. Unknown fields are found by watching what the compiled schema looks
 * at: a validator reads every field that it knows, so a field that it never read is one that the schema does not have.
 */
export async function problems(object) {
  const Model = await modelOf(object);
  if (!Model) {
    return [`${object.apiVersion} ${object.kind} is not a kind that is known here`];
  }
  const read = new Set();
  const found = [];
  try {
    Model.prototype.validate.call(watched(object, '', read));
  } catch (invalid) {
    found.push(`${object.kind} ${object.metadata?.name}: ${invalid.message}`);
  }
  for (const path of paths(object, '')) {
    if (!read.has(path)) {
      found.push(`${object.kind} ${object.metadata?.name}: nobody knows the field ${path}`);
    }
  }
  return found;
}

function watched(value, path, read) {
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return new Proxy(value, {
    get(target, key) {
      const inner = Reflect.get(target, key);
      if (typeof key !== 'string' || !Object.hasOwn(target, key) || (Array.isArray(target) && key === 'length')) {
        return inner;
      }
      read.add(`${path}/${key}`);
      return watched(inner, `${path}/${key}`, read);
    },
  });
}

/** The path of every field, outer before inner, without those inside of a field that is unknown itself. */
function* paths(value, path) {
  if (value !== null && typeof value === 'object') {
    for (const key of Object.keys(value)) {
      yield `${path}/${key}`;
      yield* paths(value[key], `${path}/${key}`);
    }
  }
}

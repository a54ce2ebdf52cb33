import path from 'node:path';
import vm from 'node:vm';
import { compileWxml } from './compiler.mjs';

/** The view layer: WeChat's compiler turns WXML into a render function, and that turns page data into a tree of nodes. */
export class ViewCompiler {
  /**
   * @param {import('./bundle.mjs').Bundle} bundle
   * @param {{ warn(message: string): void, fail(kind: string, error: unknown): void }} report
   */
  constructor(bundle, report) {
    const result = compileWxml(bundle.directory, compilerArguments(bundle));
    if (result.status !== 0) throw new Error(`wcc refused the templates: ${result.stderr}`);
    const context = vm.createContext({});
    context.window = context;
    context.__wxAppCode__ = {};
    context.console = {
      log: (...words) => {
        const message = words
          .filter((word) => typeof word !== 'object')
          .join(' ')
          .trim();
        if (message) report.warn(`wxml: ${message}`);
      },
      warn: (...words) => report.warn(`wxml: ${words.join(' ')}`),
      error: (...words) => report.fail('wxml', words.join(' ')),
    };
    vm.runInContext(result.stdout, context, { filename: 'wcc-output.js' });
    this.renderFunctionOf = context.$gwx;
    this.intoView = vm.runInContext('(text) => JSON.parse(text)', context);
  }

  /** The raw tree of one template for this data. */
  render(file, data) {
    const render = this.renderFunctionOf(file);
    if (typeof render !== 'function') throw new Error(`wcc made no render function for ${file}`);
    return render(this.intoView(JSON.stringify(data)));
  }
}

const compilerArguments = (bundle) => {
  const templates = bundle.withExtension('.wxml');
  const shared = Object.keys(bundle.app.usingComponents ?? {});
  const components = templates.flatMap((file) => {
    const config = file.replace(/\.wxml$/, '.json');
    const own = bundle.has(config) ? Object.keys(bundle.json(config).usingComponents ?? {}) : [];
    const all = [...new Set([...own, ...shared])];
    return bundle.has(config) && all.length > 0 ? [[file, all.length, ...all]] : [];
  });
  return [
    '-d',
    '-cc',
    [components.length, ...components.flat()].join(' '),
    ...templates,
    ...bundle.withExtension('.wxs'),
    '-gn',
    '$gwx',
  ];
};

const eventAttribute = /^(bind|catch|mut-bind|capture-bind|capture-catch):?([A-Za-z]+)$/;

/** One node of the page as the simulator shows it: tag, attributes, data-*, handlers by event name. */
export const nodeFrom = (raw, parent, instance) => {
  const attributes = raw.attr ?? {};
  const node = {
    tag: String(raw.tag ?? '').replace(/^wx-/, ''),
    attributes,
    parent,
    instance,
    events: {},
    id: attributes.id === undefined ? '' : String(attributes.id),
    classes: String(attributes.class ?? '')
      .split(/\s+/)
      .filter(Boolean),
    dataset: {},
    children: [],
  };
  for (const [name, value] of Object.entries(attributes)) {
    const event = eventAttribute.exec(name);
    if (event) node.events[event[2].toLowerCase()] = { how: event[1], handler: value };
    else if (name.startsWith('data-'))
      node.dataset[name.slice(5).replace(/-([a-z])/g, (_, letter) => letter.toUpperCase())] = value;
  }
  return node;
};

export const textOf = (node) => (node.text !== undefined ? node.text : node.children.map(textOf).join(''));

/** `tag#id.class`, or `text=…` for a node that itself holds words. */
export const matches = (node, selector) => {
  if (selector.startsWith('text=')) {
    return (
      node.children.some((child) => child.text !== undefined) && textOf(node).includes(selector.slice(5))
    );
  }
  const wanted = /^([a-z-]*)(#[\w-]+)?((?:\.[\w-]+)*)$/.exec(selector);
  if (!wanted) throw new Error(`selector not understood: ${selector}`);
  const [, tag, id, classes] = wanted;
  return (
    (!tag || node.tag === tag) &&
    (!id || node.id === id.slice(1)) &&
    classes
      .split('.')
      .filter(Boolean)
      .every((name) => node.classes.includes(name))
  );
};

export const walk = (node, visit, depth = 0) => {
  if (node.text !== undefined) return;
  visit(node, depth);
  node.children.forEach((child) => walk(child, visit, depth + 1));
};

/** Nodes, depth and widest family: WeChat's audit wants fewer than 1000, 30 and 60. */
export const treeShape = (root) => {
  const shape = { nodes: 0, depth: 0, widest: 0 };
  walk(root, (node, depth) => {
    shape.nodes += 1;
    shape.depth = Math.max(shape.depth, depth);
    shape.widest = Math.max(shape.widest, node.children.length);
  });
  return shape;
};

/** The address of a component beside the file that names it. */
export const componentPath = (owner, reference) =>
  reference.startsWith('/') ? reference.slice(1) : path.posix.join(path.posix.dirname(owner), reference);

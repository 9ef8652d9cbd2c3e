"use strict";
// The stage for thousands of nodes: sigma.js on WebGL.
kg.webgl = (() => {
  const { scene } = kg;
  const SHAPES = { dot: 0, square: 1, triangle: 2, diamond: 3 };
  let graph, sigma, crowd;
  let near = false; // from near, edges have arrows and words; from afar they are thin lines
  let pointed = null; // the edge that the pointer is on, from near

  const able = () => {
    const canvas = document.createElement("canvas");
    able.known ??= Boolean(canvas.getContext("webgl2") ?? canvas.getContext("webgl"));
    return able.known;
  };

  const VERTEX = `
    attribute vec4 a_id; attribute vec4 a_color; attribute vec2 a_position; attribute float a_size; attribute float a_shape; attribute float a_angle;
    uniform mat3 u_matrix; uniform float u_sizeRatio; uniform float u_correctionRatio;
    varying vec4 v_color; varying vec2 v_offset; varying float v_radius; varying float v_shape;
    void main() {
      float reach = a_size * u_correctionRatio / u_sizeRatio * 4.0;
      v_offset = reach * vec2(cos(a_angle), sin(a_angle));
      gl_Position = vec4((u_matrix * vec3(a_position + v_offset, 1)).xy, 0, 1);
      v_radius = reach / 2.0;
      v_shape = a_shape;
      #ifdef PICKING_MODE
      v_color = a_id;
      #else
      v_color = a_color;
      #endif
      v_color.a *= 255.0 / 254.0;
    }`;
  const FRAGMENT = `
    precision highp float;
    varying vec4 v_color; varying vec2 v_offset; varying float v_radius; varying float v_shape;
    uniform float u_correctionRatio;
    void main(void) {
      vec2 p = v_offset / v_radius;
      float beyond = length(p) - 0.82;
      if (v_shape > 2.5) beyond = (abs(p.x) + abs(p.y) - 0.98) * 0.7;
      else if (v_shape > 1.5) beyond = max(-p.y - 0.5, 0.866 * abs(p.x) + 0.5 * p.y - 0.49);
      else if (v_shape > 0.5) beyond = max(abs(p.x), abs(p.y)) - 0.68;
      #ifdef PICKING_MODE
      gl_FragColor = beyond > 0.0 ? vec4(0.0) : v_color;
      #else
      gl_FragColor = mix(v_color, vec4(0.0), smoothstep(0.0, 2.0 * u_correctionRatio / v_radius, beyond));
      #endif
    }`;
  const program = () =>
    class extends Sigma.rendering.NodeCircleProgram {
      getDefinition() {
        const definition = super.getDefinition();
        const shape = { name: "a_shape", size: 1, type: WebGLRenderingContext.FLOAT };
        return { ...definition, VERTEX_SHADER_SOURCE: VERTEX, FRAGMENT_SHADER_SOURCE: FRAGMENT, ATTRIBUTES: [...definition.ATTRIBUTES, shape] };
      }
      processVisibleItem(index, start, data) {
        super.processVisibleItem(index, start, data);
        this.array[start + 5] = SHAPES[data.symbol] ?? 0;
      }
    };

  const write = (context, data, settings) => {
    if (!data.label) return;
    context.font = `${data.highlighted ? 650 : 500} ${settings.labelSize}px ${scene.colours.sans}`;
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.textAlign = "center";
    context.strokeStyle = scene.colours.paper;
    context.fillStyle = scene.colours.ink;
    const [x, y] = [data.x, data.y + data.size + settings.labelSize + 2];
    const half = context.measureText(data.label).width / 2 + 2;
    if (!kg.lines.room(data.key, { left: x - half, right: x + half, top: y - settings.labelSize, bottom: y + 4 }) && !data.forceLabel && !data.highlighted) return;
    context.strokeText(data.label, x, y);
    context.fillText(data.label, x, y);
  };
  const short = (text) => (text.length > 32 ? `${text.slice(0, 31)}…` : text);
  const nodeLook = (id, data) => {
    const node = kg.nodes.get(id);
    const near = scene.light && scene.lit("nodes", id);
    return {
      ...data, hidden: !scene.visible(id), size: (node.size - 6) / crowd + (id === scene.selected ? 4 : 0), symbol: node.shape,
      color: scene.lit("nodes", id) ? scene.colours[node.kind] : scene.faint(scene.colours[node.kind]),
      label: !scene.light || near ? short(node.label) : null, forceLabel: Boolean(near) && scene.light.nodes.size < 60, zIndex: near ? 2 : 1,
    };
  };
  const edgeLook = (id, data) => {
    const edge = kg.edges.get(id);
    const lit = scene.lit("edges", id);
    const share = lit ? (scene.light ? 1 : 0.4) : 0.07;
    const told = lit && (scene.light ? scene.light.edges.size < 60 : near);
    return {
      ...data, type: near ? "arrow" : "line", hidden: !scene.edgeVisible(edge), size: (scene.light && lit ? 1 : 0.4) * edge.width, color: scene.faint(scene.stroke(edge.tier), share), zIndex: lit ? 1 : 0,
      dashes: kg.tiers.get(edge.tier).dashes, label: told ? short(edge.label) : null, forceLabel: Boolean(told && scene.light), ink: edge.tier === "spoke about" ? scene.colours.muted : scene.stroke(edge.tier),
    };
  };

  const fill = () => {
    graph.forEachNode((id) => scene.revealed.has(id) || graph.dropNode(id));
    for (const id of scene.revealed) {
      if (graph.hasNode(id)) continue;
      const [x, y] = kg.nodes.get(id).far;
      graph.addNode(id, { x, y: -y });
    }
    for (const edge of kg.edges.values())
      if (!graph.hasEdge(edge.id) && graph.hasNode(edge.from) && graph.hasNode(edge.to)) graph.addDirectedEdgeWithKey(edge.id, edge.from, edge.to);
  };

  const dragging = () => {
    let dragged = null;
    sigma.on("downNode", ({ node }) => {
      dragged = node;
      if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
    });
    sigma.on("moveBody", ({ event }) => {
      if (dragged === null) return;
      const { x, y } = sigma.viewportToGraph(event);
      graph.mergeNodeAttributes(dragged, { x, y });
      kg.nodes.get(dragged).far = [x, -y];
      event.preventSigmaDefault();
      event.original.preventDefault();
    });
    for (const name of ["upNode", "upStage"]) sigma.on(name, () => { dragged = null; });
  };

  /** From near, the line below the pointer is lit, once the pointer rests. */
  const pointing = () => {
    let waiting = 0;
    sigma.on("moveBody", ({ event }) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const found = near && kg.scene.stage === kg.webgl && !sigma.getCamera().isAnimated() && !overNode ? kg.lines.nearest(sigma, event, 5) : null;
        if (found === pointed) return;
        pointed = found;
        if (!overNode) scene.hover(found);
      }, 40);
    });
    let overNode = false;
    sigma.on("enterNode", () => { overNode = true; pointed = null; });
    sigma.on("leaveNode", () => { overNode = false; });
  };

  const start = (holder) => {
    near = false;
    graph = new graphology.MultiDirectedGraph();
    fill();
    // The more there are, the smaller each, so that they do not hide the edges.
    crowd = Math.sqrt(scene.revealed.size / 800);
    sigma = new Sigma(graph, holder, {
      nodeProgramClasses: { circle: program() }, edgeProgramClasses: { arrow: kg.lines.thick(), line: kg.lines.thin() },
      nodeReducer: nodeLook, edgeReducer: edgeLook,
      defaultDrawNodeLabel: write, defaultDrawNodeHover: write, labelSize: 12, labelDensity: 0.6, labelGridCellSize: 110, labelRenderedSizeThreshold: 5,
      renderEdgeLabels: true, defaultDrawEdgeLabel: kg.lines.write, edgeLabelSize: 11,
      zIndex: true, enableEdgeEvents: false, hideEdgesOnMove: true, allowInvalidContainer: true, minCameraRatio: 0.002, maxCameraRatio: 4, stagePadding: 24, doubleClickZoomingRatio: 1,
    });
    sigma.on("clickNode", ({ node }) => kg.choose(node));
    // A line is a pixel or two: whoever presses beside it means it. A finger is broader than a mouse.
    sigma.on("clickStage", ({ event }) => kg.choose(kg.lines.nearest(sigma, event, matchMedia("(pointer: coarse)").matches ? 16 : 8)));
    sigma.on("beforeRender", kg.lines.moved);
    sigma.on("enterNode", ({ node }) => scene.hover(node));
    sigma.on("leaveNode", () => scene.hover(null));
    sigma.getCamera().on("updated", ({ ratio }) => {
      if (near === ratio < 0.4) return;
      near = ratio < 0.4;
      sigma.refresh();
    });
    pointing();
    dragging();
  };
  const stop = () => sigma.kill();
  const paint = () => sigma.refresh({ skipIndexation: true });
  const update = () => {
    fill();
    paint();
  };

  const move = (state, animated) => {
    if (animated && scene.moves()) sigma.getCamera().animate(state, { duration: 350 });
    else sigma.getCamera().setState(state);
  };
  const fit = (whole, animated = false) => move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, animated);
  const zoom = (factor) => move({ ratio: sigma.getCamera().getBoundedRatio(sigma.getCamera().ratio / factor) }, true);
  const goTo = (id) => {
    const ends = kg.edges.has(id) ? [kg.edges.get(id).from, kg.edges.get(id).to] : [id];
    const at = ends.map((end) => sigma.getNodeDisplayData(end));
    const ratio = Math.min(sigma.getCamera().ratio, 0.12);
    const { width, height } = sigma.getDimensions();
    move({ x: (at[0].x + at.at(-1).x) / 2, y: (at[0].y + at.at(-1).y) / 2 - (scene.covered() / 2 / Math.min(width, height)) * ratio, ratio }, true);
  };
  return {
    able, start, stop, update, paint, fit, zoom, goTo,
    at: (node) => ({ x: node.far[0], y: node.far[1] }),
    get sigma() { return sigma; },
  };
})();

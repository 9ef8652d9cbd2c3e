"use strict";
// The lines of edges on the WebGL stage: sigma.js draws whole ones, here they get the dashes of their tier and their words.
kg.lines = (() => {
  const { scene } = kg;
  const FLOAT = WebGLRenderingContext.FLOAT;
  const NEW = { name: "a_dash", size: 4, type: FLOAT };

  /** A shader with lines of ours before and inside its main function. */
  const grown = (source, before, inside) => source.replace("mediump", "highp").replace(/void main\((void)?\) \{/, (main) => `${before}\n${main}\n${inside}`);
  const vertex = (source, declared, along) => grown(source,
    `attribute vec4 a_dash; ${declared} uniform vec2 u_viewport; varying vec4 v_dash; varying float v_along;
    vec2 pixels(vec2 way) { return (u_matrix * vec3(way, 0)).xy * u_viewport / 2.0; }`,
    `v_dash = a_dash; v_along = ${along};`);
  const fragment = (source) => grown(source, "varying vec4 v_dash; varying float v_along;",
    `float at = mod(v_along, v_dash.x + v_dash.y + v_dash.z + v_dash.w) - v_dash.x;
    if (at >= 0.0 && (at < v_dash.y || at - v_dash.y >= v_dash.z)) discard;`);

  /** The two dashes and gaps of an edge, in pixels; a whole line is one dash without a gap. */
  const dash = (data) => [...(data.dashes?.length ? data.dashes : [1, 0]), 0, 0].slice(0, 4);
  const withDashes = (Program, own, declared, along, fill) =>
    class extends Program {
      getDefinition() {
        const base = super.getDefinition();
        return {
          ...base, ATTRIBUTES: [...base.ATTRIBUTES, ...own, NEW], UNIFORMS: [...base.UNIFORMS, "u_viewport"],
          VERTEX_SHADER_SOURCE: vertex(base.VERTEX_SHADER_SOURCE, declared, along), FRAGMENT_SHADER_SOURCE: fragment(base.FRAGMENT_SHADER_SOURCE),
        };
      }
      processVisibleItem(index, start, source, target, data) {
        if (fill) fill(this.array, index, start, source, target, data);
        else {
          super.processVisibleItem(index, start, source, target, data);
          this.array.set(dash(data), start + 9);
        }
      }
      setUniforms(params, info) {
        super.setUniforms(params, info);
        info.gl.uniform2f(info.uniformLocations.u_viewport, params.width, params.height);
      }
    };
  /** From afar: lines of a pixel, their two ends one after the other. */
  const thin = () => withDashes(Sigma.rendering.EdgeLineProgram, [{ name: "a_other", size: 2, type: FLOAT }, { name: "a_end", size: 1, type: FLOAT }],
    "attribute vec2 a_other; attribute float a_end;", "a_end * length(pixels(a_position - a_other))",
    (array, index, start, source, target, data) => {
      // The base writes both ends without what is ours: its colours are taken from there.
      Sigma.rendering.EdgeLineProgram.prototype.processVisibleItem.call({ array: scratch }, index, 0, source, target, data);
      for (const end of [0, 1]) {
        const other = end ? source : target;
        array.set([...scratch.subarray(4 * end, 4 * end + 4), other.x, other.y, end, ...dash(data)], start + 11 * end);
      }
    });
  const scratch = new Float32Array(8);
  /** From near: lines of a width, with an arrow. */
  const thick = () => Sigma.rendering.createEdgeCompoundProgram([
    withDashes(Sigma.rendering.EdgeClampedProgram, [], "", "a_positionCoef * length(pixels(a_positionEnd - a_positionStart))"),
    Sigma.rendering.EdgeArrowHeadProgram]);

  let placed = new Map(); // node or edge -> where its words stand, since the picture last moved
  /** Whether words may stand in a box: not on those of others. */
  const room = (key, box) => {
    const meets = (other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
    if (!placed.has(key) && [...placed.values()].some(meets)) return false;
    placed.set(key, box);
    return true;
  };
  /** The words of an edge on its middle, unless others are there. */
  const write = (context, data, source, target, settings) => {
    if (!data.label) return;
    context.font = `${settings.edgeLabelSize}px ${scene.colours.sans}`;
    const half = context.measureText(data.label).width / 2 + 3;
    const tall = settings.edgeLabelSize * 0.62;
    const [x, y] = [(source.x + target.x) / 2, (source.y + target.y) / 2];
    const box = { left: x - half, right: x + half, top: y - tall, bottom: y + tall };
    if (!room(data.key, box)) return;
    context.fillStyle = scene.colours.paper;
    context.fillRect(box.left, box.top, 2 * half, 2 * tall);
    context.fillStyle = data.ink;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(data.label, x, y);
    context.textBaseline = "alphabetic";
  };

  /** The edge on show that is nearest to a point of the canvas and no farther than so many pixels; null if none is. */
  const nearest = (sigma, point, reach) => {
    const at = sigma.viewportToFramedGraph(point);
    const beside = sigma.viewportToFramedGraph({ x: point.x + 100, y: point.y });
    let limit = (Math.hypot(beside.x - at.x, beside.y - at.y) / 100) * reach;
    let best = null;
    for (const edge of kg.edges.values()) {
      const [a, b] = [sigma.getNodeDisplayData(edge.from), sigma.getNodeDisplayData(edge.to)];
      if (!a || !b || edge.from === edge.to) continue;
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const share = Math.min(1, Math.max(0, ((at.x - a.x) * dx + (at.y - a.y) * dy) / (dx * dx + dy * dy || 1)));
      const away = Math.hypot(at.x - a.x - share * dx, at.y - a.y - share * dy);
      if (away < limit && scene.edgeVisible(edge)) [best, limit] = [edge.id, away];
    }
    return best;
  };
  return { thin, thick, write, room, nearest, moved: () => { placed = new Map(); }, get placed() { return placed; } };
})();

/**
 * What neither a certificate nor any screen may say: that this system belongs to, reports to or is vouched for by a
 * national one. 志愿服务记录与证明出具办法 art. 4: records are entered there by the unit, by hand.
 */
export const FORBIDDEN_CLAIMS =
  /全国志愿服务信息系统|国家.{0,6}系统|中国志愿服务网|(接入|对接|同步|联网|互通).{0,6}(系统|平台)|官方认证|民政部(认证|监制|颁发)/;

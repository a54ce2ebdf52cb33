/**
 * WeChat insists on this component when `tabBar.custom` is on. It draws nothing: each tab page renders the kit's own
 * TabBar, which knows the mode (elder mode has none) and is the same on both targets.
 */
export default function CustomTabBar() {
  return null;
}

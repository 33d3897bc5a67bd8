/** The way from the list of tasks to the page of who has how much and who is away. */
export default {
  id: 'huiyin-workload-link',
  pluginPoint: 'tasklist.navbar.action',
  priority: 90,
  render(node) {
    const link = document.createElement('a');
    link.className = 'huiyin-ledger-link';
    link.href = document.querySelector('base').getAttribute('app-root') + '/workload';
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = '工作量和离岗';
    node.append(link);
  }
};

/** The way from the list of tasks to the ledger of all matters. */
export default {
  id: 'huiyin-ledger-link',
  pluginPoint: 'tasklist.navbar.action',
  priority: 100,
  render(node) {
    const link = document.createElement('a');
    link.className = 'huiyin-ledger-link';
    link.href = document.querySelector('base').getAttribute('app-root') + '/ledger';
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = '台账';
    node.append(link);
  }
};

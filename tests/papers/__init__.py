"""Every paper of the print shop, from every kind of group, looked through by a machine."""

"""Is the finder fair to the sites? Ask it thousands of random wishes, and count.

1. *profiles*: invented people with random wishes.
2. *wins*: how often each site scores highest.
3. *reachability*: whether each site can be first at all, and with which wishes.
4. *questions*: what leaving out each question changes, and what tells the sites apart.
5. *echoes*: questions that are one question asked twice.
6. *variants*: another measure of distance, a site listed twice, a site of averages.
7. *run* does all of it, *markdown* tells it.
"""

from matcher.audit.run import Audit, audit

__all__ = ["Audit", "audit"]

# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who cannot see goes through the whole window with Tab."""
import driver


class Focus(driver.Journey):
    def step(self, key):
        """Goes on by a key; returns what has the keyboard then."""
        last = self.focus()
        self.press(key)

        def ask():
            focus = self.focus()
            return focus if focus != last else None

        return self.wait(f"what comes after {last!r}", ask)

    def go_round(self, key):
        """What has the keyboard one after the other until it is where it was."""
        visited = [self.focus()]
        for _ in range(80):
            node = self.step(key)
            if node == visited[0]:
                return visited
            self.assertNotIn(node, visited, f"{key} goes in a circle that leaves something out")
            visited.append(node)
        self.fail(f"{key} does not come back: {visited}")

    def test_round(self):
        # With a mapping in the inspector everything has something to show
        self.arrow_to("left", "1.3")
        self.wait("the mapping", lambda: self.main.find("text box", "Why"))
        # What is known about the list is folded away
        about = self.main.find("button", "About the list")
        while self.focus() != about:
            self.step("shift+Tab")
        self.press("space")
        self.wait("what is folded away", lambda: "Issued by" in self.labels())
        self.go_to("left")
        forward = self.go_round("Tab")
        names = [node.spoken_name for node in forward]
        for node, name in zip(forward, names):
            self.assertNotEqual(name, "", f"{node!r} has no name, between {names}")
        for name in (
            "About this document", "Inspector", "Main menu", "Swap sides", "Filter by code or label", "Items to show",
            "Status", "Confidence", "Why", "Citation", "Quotation", "Delete mapping",
        ):
            self.assertIn(name, names)
        for start in ("Lists on the left", "Lists on the right", "1.3 "):
            self.assertTrue(any(name.startswith(start) for name in names), (start, names))
        self.assertEqual(names.count("Filter by code or label"), 2)

        backward = self.go_round("shift+Tab")
        self.assertEqual({node.path for node in backward}, {node.path for node in forward})

    def test_focus_is_seen(self):
        """What has the keyboard looks different from how it looks otherwise."""
        self.go_to("left")
        for name in ("Swap sides", "Lists on the right", "Filter by code or label", "Items to show"):
            node = self.step("Tab")
            self.assertTrue(node.spoken_name.startswith(name), node)
            (x, y, width, height), _ = self.place(node)
            place = (x - 8, y - 8, width + 16, height + 16)
            seen = driver.desktop.picture(*place)
            self.step("Tab")
            self.wait(f"{name} without the keyboard", lambda place=place, seen=seen:
                      driver.desktop.picture(*place) != seen)
            self.step("shift+Tab")

    def test_menu_by_keys(self):
        """Every line of the menu has a name, and Escape leads back."""
        self.go_to("left")
        self.press("F10")
        self.wait("the menu", lambda: self.main.find("menu item"))
        items = self.main.find_all("menu item")
        self.assertGreater(len(items), 8)
        for item in items:
            self.assertNotEqual(item.spoken_name, "")
        self.press("Escape")
        self.wait("the end of the menu", lambda: self.main.find("menu item") is None)


driver.main()

"""Networks computed from what the graph states: values in, columns or networkx graphs out.

``projection`` multiplies an incidence; ``coauthors`` and ``sharing`` say what the numbers mean; ``backbone`` cuts,
``communities`` groups, ``layout`` and ``packing`` place.
"""

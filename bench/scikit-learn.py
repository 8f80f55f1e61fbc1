# the peer: features from a CSV file, standardised, weighted, clustered with 20 starts and labelled; the time is of that alone
import json
import sys
import time

import numpy
from sklearn.cluster import KMeans
from sklearn.preprocessing import StandardScaler

points = numpy.loadtxt(sys.argv[1], delimiter=",")
weights = numpy.array([float(weight) for weight in sys.argv[2:]])
start = time.perf_counter()
scaled = StandardScaler().fit_transform(points) * weights
model = KMeans(n_clusters=3, n_init=20, random_state=1).fit(scaled)
model.predict(scaled)
print(json.dumps({"seconds": time.perf_counter() - start, "inertia": model.inertia_}))

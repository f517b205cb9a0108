"""`python -m samples`: write samples/text, pdf and truth anew from samples/sources."""

from samples.build import write

if __name__ == "__main__":
    for path in write():
        print(path)

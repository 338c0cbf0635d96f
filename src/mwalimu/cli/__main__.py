from mwalimu.cli import main

main()
